package org.dlpixel.core.network;

import java.util.Optional;

/**
 * The device that is used.
 *
 * @param device never {@link Device#AUTO}
 * @param warning for the user, if it is another one than wanted
 */
public record DeviceChoice(Device device, Optional<String> warning) {}
