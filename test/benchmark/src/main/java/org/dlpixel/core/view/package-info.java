/**
 * Sheets of patches for the documentation: beside the pictures of the plugin, for their letters.
 */
package org.dlpixel.core.view;
