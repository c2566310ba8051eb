/** Node Vessel Phantom: a made-up light-sheet stack with truth and scribbles. */
package org.dlpixel.nodes.phantom;
