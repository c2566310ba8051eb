/**
 * The narrow door between the embedded executor and the package-private insides of the clean-room
 * KNIME classes ("shared secrets"): interfaces here, implementations registered by the KNIME
 * classes themselves, so that no KNIME class has a public member that the real one lacks.
 *
 * <p>A run: make a {@link org.dlpixel.executor.bridge.NodeStorage} per node below one temporary
 * folder, a context by {@link org.dlpixel.executor.bridge.ContextAccess}, call {@link
 * org.dlpixel.executor.bridge.NodeAccess}, keep every output as a {@link
 * org.dlpixel.executor.bridge.StoredPort} and load it once per consumer.
 */
package org.dlpixel.executor.bridge;
