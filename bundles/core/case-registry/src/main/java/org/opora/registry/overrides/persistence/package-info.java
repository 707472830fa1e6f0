/** Queries about rules gone on against, as records. */
package org.opora.registry.overrides.persistence;
