/** Queries about authorities, as records. */
package org.opora.registry.authorities.persistence;
