/** Queries about people, as records. */
package org.opora.registry.people.persistence;
