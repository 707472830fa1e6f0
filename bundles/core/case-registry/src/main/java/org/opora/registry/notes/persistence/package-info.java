/** Reads of notes. */
package org.opora.registry.notes.persistence;
