/**
 * Patches on their way to the network: which patch of which region comes when, drawn by the seed in
 * a thread of its own, as batches.
 */
package org.dlpixel.core.train.patches;
