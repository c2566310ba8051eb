/** Nodes that only tests need: they look at tables and damage them. */
package org.dlpixel.workflows.nodes;
