/** Pages about authorities. */
package org.opora.registry.authorities.web;
