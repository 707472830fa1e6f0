/** Use cases of notes. */
package org.opora.registry.notes.application;
