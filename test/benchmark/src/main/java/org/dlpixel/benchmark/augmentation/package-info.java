/** Patches per second and core, operation by operation, beside Python's; and what they cost. */
package org.dlpixel.benchmark.augmentation;
