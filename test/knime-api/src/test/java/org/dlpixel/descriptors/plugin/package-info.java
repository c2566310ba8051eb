/** A small plug-in whose references are checked. */
package org.dlpixel.descriptors.plugin;
