package org.dlpixel.core.network.archive;

/** What a module has under a name. */
sealed interface Attribute permits ScriptModule, TensorSpec {}
