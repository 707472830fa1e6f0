/** Pages of the book of post. */
package org.opora.registry.post.web;
