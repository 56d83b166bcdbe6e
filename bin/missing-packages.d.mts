export function missingPackages(root: string, withDev: boolean): string[]
