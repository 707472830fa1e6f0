/** Queries about the post. */
package org.opora.registry.post.persistence;
