/** Queries about visits, as records. */
package org.opora.registry.care.persistence;
