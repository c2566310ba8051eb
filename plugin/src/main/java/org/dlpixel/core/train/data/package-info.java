/**
 * What is learnt from: labelled regions cut from volumes, training apart from held-out ones, and
 * what is checked of them before a training begins.
 */
package org.dlpixel.core.train.data;
