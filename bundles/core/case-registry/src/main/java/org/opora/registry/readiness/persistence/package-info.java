/** Reads of what is there in several files at once. */
package org.opora.registry.readiness.persistence;
