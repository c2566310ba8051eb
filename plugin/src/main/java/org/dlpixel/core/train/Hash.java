package org.dlpixel.core.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.dlpixel.core.image.LabelledRegion;

/** SHA-256 of texts and arrays, each with its length, so that no two sequences are alike. */
final class Hash {

    private static final int CHUNK = 8192;

    private final MessageDigest digest;

    Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * The hash of labels and where they lie, whatever the order of the regions.
     *
     * @return 64 hexadecimal digits
     */
    static String ofLabels(List<LabelledRegion> regions) {
        Hash all = new Hash();
        regions.stream()
                .map(r -> new Hash().add(r.describe()).add(r.labels().classes()).hex())
                .sorted()
                .forEach(all::add);
        return all.hex();
    }

    Hash add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    Hash add(byte[] bytes) {
        length(bytes.length);
        digest.update(bytes);
        return this;
    }

    Hash add(float[] values) {
        length(values.length);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int i = 0; i < values.length; i += CHUNK) {
            int count = Math.min(CHUNK, values.length - i);
            chunk.clear().limit(count * Float.BYTES);
            chunk.asFloatBuffer().put(values, i, count);
            digest.update(chunk);
        }
        return this;
    }

    private void length(int length) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    }

    /** 64 hexadecimal digits; ends the hash. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
