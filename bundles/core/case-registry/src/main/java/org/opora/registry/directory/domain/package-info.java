/** A body of the directory and its officials. */
package org.opora.registry.directory.domain;
