/** Pages and forms of disability. */
package org.opora.registry.disability.web;
