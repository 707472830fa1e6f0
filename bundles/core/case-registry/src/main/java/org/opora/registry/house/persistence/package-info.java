/** Queries about the house, as records. */
package org.opora.registry.house.persistence;
