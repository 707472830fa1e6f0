/** Queries about case files, as records. */
package org.opora.registry.files.persistence;
