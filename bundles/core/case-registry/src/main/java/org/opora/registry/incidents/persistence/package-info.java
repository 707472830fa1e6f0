/** Queries about incidents, as records. */
package org.opora.registry.incidents.persistence;
