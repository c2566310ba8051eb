/** How patches are varied, as users choose it in the dialogs of several nodes. */
package org.dlpixel.nodes.variation;
