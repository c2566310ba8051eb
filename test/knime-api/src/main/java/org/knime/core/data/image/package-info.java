/** Pictures in cells. */
package org.knime.core.data.image;
