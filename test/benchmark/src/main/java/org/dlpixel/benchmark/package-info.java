/**
 * Benchmarks of whole jobs: how fast a training step is beside Python, and how well the example
 * workflow segments every stack at hand. Started by the script {@code run} of this module.
 */
package org.dlpixel.benchmark;
