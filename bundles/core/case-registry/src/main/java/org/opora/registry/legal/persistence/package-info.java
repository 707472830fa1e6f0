/** Queries about the legal position of a child. */
package org.opora.registry.legal.persistence;
