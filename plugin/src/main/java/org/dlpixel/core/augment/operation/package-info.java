/** What geometric and intensity augmentations have in common. */
package org.dlpixel.core.augment.operation;
