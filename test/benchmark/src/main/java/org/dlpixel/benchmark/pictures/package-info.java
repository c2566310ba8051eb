/** Pictures of what augmentations do, for the documentation. */
package org.dlpixel.benchmark.pictures;
