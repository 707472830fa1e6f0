/** Queries about tasks, as records. */
package org.opora.registry.tasks.persistence;
