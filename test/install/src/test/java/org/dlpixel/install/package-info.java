/**
 * Proof that what we ship can be installed and runs.
 *
 * <p>The zipped update site is installed by the p2 director into an empty folder; the installed
 * bundles start in Equinox beside one stub bundle for every bundle of KNIME, KNIP and ImageJ that
 * the manifest requires.
 */
package org.dlpixel.install;
