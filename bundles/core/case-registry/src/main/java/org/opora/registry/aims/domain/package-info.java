/** Agreed aims and their reviews. */
package org.opora.registry.aims.domain;
