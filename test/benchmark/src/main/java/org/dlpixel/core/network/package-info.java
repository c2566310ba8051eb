/** What benchmarks need to see of the engine from inside. */
package org.dlpixel.core.network;
