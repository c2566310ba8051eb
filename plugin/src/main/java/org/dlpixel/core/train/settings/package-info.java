/** How is learnt: portions, objective, optimiser, budget, and presets of all of these. */
package org.dlpixel.core.train.settings;
