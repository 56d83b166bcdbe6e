// Moved to bin/make-openapi.ts.
import '../../bin/make-openapi.ts'
