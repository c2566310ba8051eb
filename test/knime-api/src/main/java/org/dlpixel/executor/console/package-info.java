/** What the batch executor shows: messages and the progress of the node that executes. */
package org.dlpixel.executor.console;
