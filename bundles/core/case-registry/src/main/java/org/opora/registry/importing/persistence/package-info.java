/** Queries on the journal of imports. */
package org.opora.registry.importing.persistence;
