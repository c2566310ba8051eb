/** Pictures in PNG format. */
package org.knime.core.data.image.png;
