/** Use cases about authorities. */
package org.opora.registry.authorities.application;
