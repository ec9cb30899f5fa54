// The browser's engine has no main program: the page calls `Exports`. On other platforms the
// target is empty, so that an ordinary build of the package passes it by.
