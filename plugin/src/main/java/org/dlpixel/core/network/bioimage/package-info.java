/**
 * Models as packages of the bioimage.io model specification 0.5: one zip that the tools of the
 * field open.
 *
 * <p>{@link org.dlpixel.core.network.bioimage.BioimageModel} writes and reads it. The zip holds
 * {@code rdf.yaml} (what the model is), {@code weights.pt} (TorchScript), {@code
 * state_dict.safetensors} (the same numbers under PyTorch's names), {@code test_input.npy} and
 * {@code test_output.npy} (really computed), and {@code README.md}. Reading a package back takes
 * the numbers from the safetensors file and the settings from {@code config.dlpixel} of the
 * description; no code and no pickle of the file is run.
 *
 * <p>Packages of other programs, of 0.4 or 0.5, give a network that can predict if it is
 * TorchScript with one two-dimensional input and output; libtorch runs that code. {@link
 * org.dlpixel.core.network.bioimage.StateDictFile} reads weights alone under MONAI's names.
 *
 * <p>Source: the specification of <a href="https://bioimage.io">bioimage.io</a>, model 0.5.7.
 */
package org.dlpixel.core.network.bioimage;
