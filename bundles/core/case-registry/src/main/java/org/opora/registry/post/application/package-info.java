/** Use cases about the post. */
package org.opora.registry.post.application;
