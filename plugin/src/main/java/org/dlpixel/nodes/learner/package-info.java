/** Node U-Net Learner: labelled regions or patches in, a model and how it was trained out. */
package org.dlpixel.nodes.learner;
