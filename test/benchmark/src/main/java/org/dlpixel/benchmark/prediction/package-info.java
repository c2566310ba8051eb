/**
 * Speed and memory of prediction: this project and Python segment the same volume with the same
 * network, from file to file, in processes of their own, which take turns.
 */
package org.dlpixel.benchmark.prediction;
