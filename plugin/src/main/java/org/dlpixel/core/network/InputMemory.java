package org.dlpixel.core.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory outside the Java heap for the arguments of a network's methods, used again by every call.
 *
 * <p>libtorch reads it in place. Fresh memory per call would only be freed when the garbage
 * collector comes by, which it hardly does while all the work is outside its heap.
 */
final class InputMemory {

    private final List<ByteBuffer> slots = new ArrayList<>();

    /**
     * Memory for one argument, in native order; what it held before is undefined.
     *
     * @param position of the argument, 0-based
     * @param bytes its exact size
     */
    ByteBuffer take(int position, int bytes) {
        while (slots.size() <= position) {
            slots.add(ByteBuffer.allocateDirect(0));
        }
        if (slots.get(position).capacity() < bytes) {
            slots.set(position, ByteBuffer.allocateDirect(bytes));
        }
        ByteBuffer slot = slots.get(position);
        slot.clear().limit(bytes);
        return slot.slice().order(ByteOrder.nativeOrder());
    }
}
