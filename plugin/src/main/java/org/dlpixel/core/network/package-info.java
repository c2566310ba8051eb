/**
 * The U-Net: its settings, its TorchScript code written by Java, and its weights.
 *
 * <p>{@link org.dlpixel.core.network.UNetSettings} determine the network; {@link
 * org.dlpixel.core.network.Weights} hold every number of it under the names of a PyTorch
 * state_dict; {@link org.dlpixel.core.network.PixelModel} adds what prediction needs and is what
 * users save. {@link org.dlpixel.core.network.Network} runs it and {@link
 * org.dlpixel.core.network.TrainableNetwork} trains it, both in libtorch through DJL, which {@link
 * org.dlpixel.core.network.TorchEngine} starts. Tensors are (N, C, H, W) and cross this package's
 * border as plain arrays.
 */
package org.dlpixel.core.network;
