/** Queries of the directory, as records. */
package org.opora.registry.directory.persistence;
