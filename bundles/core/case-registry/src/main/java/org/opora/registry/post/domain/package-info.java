/** Incoming and outgoing post. */
package org.opora.registry.post.domain;
