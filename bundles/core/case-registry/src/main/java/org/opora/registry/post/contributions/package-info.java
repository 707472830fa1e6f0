/** What the post contributes to the shell. */
package org.opora.registry.post.contributions;
