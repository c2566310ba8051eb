/**
 * TorchScript archives, written from Java: a module tree, its methods and its tensors become the
 * zip file that libtorch and Python's {@code torch.jit.load} read.
 *
 * <p>The archive holds {@code data.pkl} (the module tree, pickle protocol 2), {@code
 * code/__torch__.py} (classes and methods), {@code data/0, 1, ...} (raw little-endian tensors in
 * the order of the tree), {@code constants.pkl}, {@code byteorder} and {@code version}. Entries are
 * stored uncompressed with a fixed time, so equal trees give equal bytes. Nothing here knows a
 * network.
 */
package org.dlpixel.core.network.archive;
