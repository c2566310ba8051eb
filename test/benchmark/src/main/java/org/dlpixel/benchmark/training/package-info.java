/**
 * Speed and memory of training: this project and Python PyTorch do the same steps in processes of
 * their own, which take turns.
 */
package org.dlpixel.benchmark.training;
