/** Queries about the state contribution. */
package org.opora.registry.grant.persistence;
