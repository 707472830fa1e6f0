/** Reads of relationships and households. */
package org.opora.registry.kin.persistence;
